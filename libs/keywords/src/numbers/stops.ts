/** What ends a clause: the words behind it speak of something else. */
export const COMMAS = '， , 、 ； ;';
/** What ends a sentence. */
export const SENTENCE_ENDS = '。 ！ ？ ! ? \n';
/** What a clause may begin behind. */
export const BEFORE_CLAUSE = '，,、。；;：:！!？?"“（(\n';
