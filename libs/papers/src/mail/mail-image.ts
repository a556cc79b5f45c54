/** A picture that travels with a mail and is called by its cid. */
export interface MailImage {
  readonly cid: string;
  /** The name as a file. */
  readonly name: string;
  readonly png: Uint8Array;
}

/** A picture of a mail and how wide it stands, in pixels. */
export interface Placed {
  readonly image: MailImage;
  readonly width: number;
}
