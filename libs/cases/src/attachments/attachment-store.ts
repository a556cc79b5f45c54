import type { Transaction } from '@risk/kit';

/** A file that somebody put beside an alert, without its bytes. */
export interface Attachment {
  readonly id: string;
  readonly alertId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Digests of the bytes as they were handed in, in hexadecimal. */
  readonly sha256: string;
  readonly sm3: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** A file as it is handed in. */
export interface AttachmentWish {
  readonly alertId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** What identifies a kept file. */
export type KeptAttachment = Pick<Attachment, 'id' | 'sha256' | 'sm3' | 'size'>;

/** Keeps files beside alerts, sealed; nothing is ever changed or taken away. */
export abstract class AttachmentStore {
  /** Checks the file and keeps it; the same file beside the same alert is kept once. */
  abstract keep(tx: Transaction, wish: AttachmentWish): Promise<KeptAttachment>;
  /** The bytes exactly as they were handed in, checked against their digest; null when there is none. */
  abstract open(id: string): Promise<(Attachment & { readonly bytes: Uint8Array }) | null>;
  /** Files of an alert, oldest first. */
  abstract listOf(alertId: string): Promise<Attachment[]>;
}
