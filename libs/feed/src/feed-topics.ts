import { FEEDS, type Feed } from '@risk/domain';

/** The names of all topics that the house reads or writes. */
export interface FeedTopics extends Readonly<Record<Feed, string>> {
  readonly deadLetter: string;
  readonly alerts: string;
}

/** The names that CONTRACTS.md promises; an installation may choose others. */
export const FEED_TOPICS: FeedTopics = {
  registration: 'feed.registration',
  complaint: 'feed.complaint',
  advertisement: 'feed.advertisement',
  deadLetter: 'feed.dead-letter',
  alerts: 'risk.alert',
};

/** Which feed a topic carries; undefined when nobody subscribed to it. */
export const feedOfTopic = (
  topics: Readonly<Record<Feed, string>>,
  topic: string,
): Feed | undefined => FEEDS.find((feed) => topics[feed] === topic);
