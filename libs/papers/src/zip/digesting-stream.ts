import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { Digests } from '@risk/kit';

/** Lets bytes through and counts and hashes them on their way. */
export class DigestingStream extends Transform {
  private readonly sha256 = createHash('sha256');
  private readonly sm3 = createHash('sm3');
  private size = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    this.sha256.update(chunk);
    this.sm3.update(chunk);
    done(null, chunk);
  }

  /** To be asked once, after the last byte. */
  digests(): Digests {
    return { size: this.size, sha256: this.sha256.digest('hex'), sm3: this.sm3.digest('hex') };
  }
}
