/** How far people have come with an alert. */
export type Stage =
  'raised' | 'acknowledged' | 'verifying' | 'confirmed' | 'refuted' | 'transferred' | 'closed';

/** What an index is made of. */
export type Dimension = 'compliance' | 'inducement' | 'spread' | 'complaint' | 'relation';

/** What the law asks of illegal fundraising. */
export type Element = 'illegality' | 'publicity' | 'inducement' | 'sociality';

/** What became of a suspicion. */
export type Verdict = 'confirmed' | 'refuted' | 'administrative' | 'transferred' | 'insufficient';

/** The three ways in which records come. */
export type Feed = 'registration' | 'complaint' | 'advertisement';

/** How something stands with an element after a verification. */
export type Finding = 'met' | 'not-met' | 'unclear';

/** What a unit owes. */
export type DutyKind = 'acknowledge' | 'answer' | 'receipt' | 'task' | 'follow';

/** What public security says of what was handed over. */
export type ReceiptAnswer = 'filed' | 'declined' | 'material';
