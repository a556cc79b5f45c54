import { pathsOf, shown, type DescribedDoor } from '@risk/kit';
import { tipReviewSchema } from './review-tip.js';

/** One line to describe a door. */
const DOORS: Readonly<Record<string, DescribedDoor>> = {
  'get /api/tips': {
    does: '公众举报，最近的在前；只列可见区域内的，不含举报人',
    asks: ['limit', 'after', 'sort', 'region', 'anonymous', 'words'],
  },
  'get /api/tips/export': {
    does: '导出公众举报（xlsx，不含举报人）',
    asks: ['sort', 'region', 'anonymous', 'words'],
  },
  'get /api/tips/{id}': { does: '一件公众举报：内容、附件、所涉预警、办结情况（不含举报人）' },
  'get /api/tips/{id}/files/{file}': { does: '公众举报的附件' },
  'post /api/tips/{id}/review': {
    does: '办结一件公众举报（不立预警的，或另行处理的）；公众只看到“已核查”',
    takes: 'tipReview',
  },
};

/** Describes the doors of the office to what citizens report. */
export const describeTips = () => ({
  paths: pathsOf(DOORS),
  schemas: {
    tipReview: shown(tipReviewSchema, { by: '张某', because: '经走访，所述门店已于上月注销' }),
  },
});
