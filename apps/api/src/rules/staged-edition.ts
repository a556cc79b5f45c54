import { stageOf, type Edition } from '@risk/editions';

/** An edition with where it stands. */
export const staged = (edition: Edition) => ({ ...edition, stage: stageOf(edition) });

export type StagedEdition = ReturnType<typeof staged>;
