import type { Transaction } from '@risk/kit';
import type { NoticeDecision, NoticeLine, NoticeQuestion, NoticeRecord } from './notice-records.js';

/** The history of all notices, and what people decide on single ones. */
export abstract class NoticeHistory {
  /** The newest first. */
  abstract list(question: NoticeQuestion): Promise<NoticeLine[]>;
  abstract one(id: string): Promise<NoticeRecord | null>;
  /** The notice, locked until the transaction ends. */
  abstract lock(tx: Transaction, id: string): Promise<NoticeLine | null>;
  /** Keeps the decision and does to the notice what it says. */
  abstract decide(tx: Transaction, decision: Omit<NoticeDecision, 'id'>): Promise<NoticeDecision>;
}
