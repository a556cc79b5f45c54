import type { FeedRecord } from '@risk/domain';
import { assertNever } from '@risk/kit';

/** One text of a record under the name of its field. */
export interface TextField {
  readonly field: string;
  readonly text: string;
}

/** The texts that keywords and classifier read, in the order an official reads them; empty ones are left out. */
export function judgedTexts(record: FeedRecord): TextField[] {
  return Object.entries(allTexts(record)).flatMap(([field, text]) =>
    text ? [{ field, text }] : [],
  );
}

function allTexts(record: FeedRecord): Readonly<Record<string, string | undefined>> {
  switch (record.feed) {
    case 'registration':
      return { name: record.payload.name, businessScope: record.payload.businessScope };
    case 'complaint':
      return { title: record.payload.title, text: record.payload.text };
    case 'advertisement': {
      const { title, text, imageText } = record.payload;
      return { title, text, imageText };
    }
    default:
      return assertNever(record);
  }
}
