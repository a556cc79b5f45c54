export function* contextShare() {}
