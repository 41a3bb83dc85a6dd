import { readFileSync } from 'node:fs';

export interface PrincipleWords {
  number: number;
  slug: string;
  name: string;
  shortName: string;
  summary: string;
}

export interface TenetWords {
  number: number;
  slug: string;
  name: string;
  summary: string;
}

export interface TopicWords {
  slug: string;
  name: string;
  summary: string;
}

export interface PurposeWords {
  title: string;
  lead: string;
  paragraphs: string[];
  sourceNote: string;
}

const read = <T,>(file: string): T => JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')) as T;

/** The vocabulary as it is written down; the tables are laid from it, and inputs are checked against it. */
export const vocabulary = {
  principles: read<PrincipleWords[]>('principles.json'),
  tenets: read<TenetWords[]>('tenets.json'),
  topics: read<TopicWords[]>('topics.json'),
  purpose: read<PurposeWords>('purpose.json'),
} as const;

/** The numbers of the ten principles, in their order. */
export const PRINCIPLE_NUMBERS: readonly number[] = vocabulary.principles.map((principle) => principle.number);

/** The slugs of the pledge's topics, in their order. */
export const TOPIC_SLUGS: readonly string[] = vocabulary.topics.map((topic) => topic.slug);

/** Whether a number names one of the ten principles. */
export function isPrinciple(number: unknown): number is number {
  return typeof number === 'number' && PRINCIPLE_NUMBERS.includes(number);
}

/** Whether a text is the slug of one of the pledge's topics. */
export function isTopic(slug: unknown): slug is string {
  return typeof slug === 'string' && TOPIC_SLUGS.includes(slug);
}
