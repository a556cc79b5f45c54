import { NotFound } from '@risk/kit';
import { readScope } from '../scope.js';
import type { BulletinKey } from './bulletin.js';

/** An entity that a special report is about. */
export interface Subject {
  readonly entityId: string;
  readonly name: string;
  readonly samples: boolean;
}

/** Finds the entity of a special report. */
export abstract class Subjects {
  abstract of(entityId: string): Promise<Subject | null>;
}

/** The entity that somebody wants a report on. */
export async function subjectNamed(subjects: Subjects, entityId: string): Promise<Subject> {
  const subject = await subjects.of(entityId);
  if (!subject) throw new NotFound(`没有编号为 ${entityId} 的主体`);
  return subject;
}

/** Whom a kept bulletin is about; null for one that is about no single entity, and where the entity is gone. */
export async function subjectOf(
  subjects: Subjects,
  { scope }: Pick<BulletinKey, 'scope'>,
): Promise<Subject | null> {
  const about = readScope(scope);
  return about.kind === 'entity' ? subjects.of(about.code) : null;
}
