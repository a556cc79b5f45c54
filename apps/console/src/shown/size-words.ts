const MEGABYTE = 1_048_576;

/** How big a file is, for people: 12 KB, 3.4 MB, 20 MB; nothing is smaller than 1 KB. */
export const sizeWords = (bytes: number): string =>
  bytes >= MEGABYTE
    ? `${(bytes / MEGABYTE).toFixed(1).replace(/\.0$/, '')} MB`
    : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;
