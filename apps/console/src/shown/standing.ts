/** How something stands, as `Mark` shows it; here for what is read without the browser, too. */
export type Standing = 'good' | 'waiting' | 'bad' | 'off' | 'plain';
