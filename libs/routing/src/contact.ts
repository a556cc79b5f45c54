import { z } from 'zod';
import { channelProblems, type ChannelBook } from './channels.js';
import type { ConfigProblem } from '@risk/kit';

export type ContactRole = 'liaison' | 'head' | 'convener';

/** Somebody of a unit who can be told, and by which channels. */
export interface Contact {
  /** `jrb/liaison`, `jrb/liaison-2`, `jrb/head`, `convener`. */
  readonly key: string;
  /** Unit code; of the convener, the office that serves the joint meeting. */
  readonly unit: string;
  readonly unitName: string;
  readonly role: ContactRole;
  readonly title: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** `email`, `inbox` or `webhook:<code>`; never empty. */
  readonly channels: readonly string[];
}

/** How a liaison is written in units.yaml. */
export const liaisonSchema = z.strictObject({
  title: z.string().min(1),
  name: z.string().min(1).optional(),
  email: z.email().optional(),
  phone: z
    .string()
    .regex(/^\+?[\d -]{5,20}$/, '应为电话号码')
    .optional(),
  channels: z.array(z.string()).min(1).optional(),
});

/** How the head of a unit and the convener are written: they can always be reached by e-mail. */
export const headSchema = liaisonSchema.extend({ email: z.email() });

type Written = Readonly<z.output<typeof liaisonSchema>>;

/** Where a contact belongs. */
type Seat = Pick<Contact, 'key' | 'unit' | 'unitName' | 'role'>;

/** A written contact with its channels resolved: its own, else the usual ones that can reach it. */
export function contactAt(seat: Seat, written: Written, { default: usual }: ChannelBook): Contact {
  const { title, name = null, email = null, phone = null } = written;
  const reachable = usual.filter((channel) => channel !== 'email' || email !== null);
  return { ...seat, title, name, email, phone, channels: written.channels ?? reachable };
}

/** What is wrong with the channels of a written contact. */
export function contactProblems(
  { email, channels }: Written,
  path: readonly PropertyKey[],
  { default: usual, webhooks }: ChannelBook,
): ConfigProblem[] {
  const mute = email === undefined;
  if (channels === undefined)
    return mute && usual.every((channel) => channel === 'email')
      ? [{ path, message: '没有可用的渠道：没有邮箱，也没有写 channels' }]
      : [];
  const withoutAddress = channels.flatMap((channel, at) =>
    mute && channel === 'email'
      ? [{ path: [...path, 'channels', at], message: '写了 email 渠道，却没有邮箱' }]
      : [],
  );
  return [...channelProblems(channels, [...path, 'channels'], webhooks), ...withoutAddress];
}
