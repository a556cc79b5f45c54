/** Refuses what is sealed with a retired key, a statement at a time; COPY is one. Never edited later. */
export const fencedTable = (table: string, column: string): string => `
  create trigger ${table}_${column}_fenced after insert on ${table}
    referencing new table as fresh
    for each statement execute function refuse_retired_key('${column}');
`;
