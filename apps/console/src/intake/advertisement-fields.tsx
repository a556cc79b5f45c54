import { Input, Select } from 'antd';
import { MEDIA } from './entry-words.js';
import { Field, TextField } from './field.js';
import { TargetFields } from './target-fields.js';

/** What an advertisement says, and for whom. */
export function AdvertisementFields() {
  return (
    <>
      <div className="intake-three">
        <Field name="medium" label="媒介">
          <Select allowClear options={[...MEDIA]} />
        </Field>
        <TextField name="title" label="标题" />
        <TextField name="url" label="网址" longest={1_000} />
      </div>
      <Field name="text" label="广告内容" missing="请填写广告内容">
        <Input.TextArea rows={5} maxLength={20_000} showCount />
      </Field>
      <Field name="imageText" label="图片上的文字">
        <Input.TextArea rows={2} maxLength={20_000} />
      </Field>
      <fieldset className="intake-targets">
        <legend>广告主</legend>
        <TargetFields at={['advertiser']} whose="广告主" />
      </fieldset>
      <fieldset className="intake-targets">
        <legend>发布者</legend>
        <TargetFields at={['publisher']} whose="发布者" />
      </fieldset>
    </>
  );
}
