/** The path of index.js of the compiled library; compiled anew only when a source changed. */
export function compiledEmbedded(): Promise<string>;
