import type { ReactNode } from 'react';
import { type Get, Point } from '@app/platform/feature';
import type { Work } from './citation.js';

/** What was asked of an open page: its place in the address, and what follows the question mark. */
export interface OpenQuestion {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
}

/** A page, by its title and its path. */
export interface Named {
  title: string;
  path: string;
}

/** A page as everybody may read it, without a session and without a script. */
export interface OpenView {
  /** Its permanent address, as a path. */
  path: string;
  title: string;
  /** A sentence or two for whoever finds the page elsewhere. */
  description: string;
  type: 'website' | 'article' | 'profile';
  /** When what it says last became another; null where nobody knows. */
  modified: Date | null;
  /** The pages above it, the front page left out. */
  crumbs?: readonly Named[];
  /** What stands under the title, such as the district. */
  lead?: ReactNode;
  body: ReactNode;
  /** What it is in the words of schema.org; `url` makes a full address of a path. */
  linked?: (url: (path: string) => string) => Record<string, unknown>;
  feeds?: readonly Named[];
  /** The path at which the same list stands as a table, without its ending and with what narrows it. */
  table?: string;
  previous?: string | null;
  next?: string | null;
  /** How it is cited. */
  work?: Work;
  /** The page on which anybody says that it should not stand as it does. */
  report?: string;
  /** The same facts for programs; without it there is no `.json` of the page. */
  facts?: Record<string, unknown>;
}

/** It was open to everybody once, and has been taken away or taken down. */
export const GONE = Symbol('gone');

/** A kind of page that is open to everybody. Features read it as a visitor would, whoever asks. */
export interface OpenPage {
  /** As the server's router writes it: '/practices/:slug'. */
  path: string;
  /** Whether crawlers leave it out: what it says is made for each question. */
  unlisted?: boolean;
  /** Last parts that are pages of members: '/practices/new'. */
  except?: readonly string[];
  /** Null when there is nothing, or nothing for everybody: nobody can tell which. */
  read: (get: Get, question: OpenQuestion) => Promise<OpenView | typeof GONE | null>;
}

export const openPages = new Point<OpenPage>('open.pages');

/** What a feature adds to an open page of one that stands before it: the statement to a district's, the ideas to a principle's. */
export interface OpenPart {
  /** The page's path, as its {@link OpenPage} has it. */
  page: string;
  /** `key` is whatever the page names its thing by: a district's id, a principle's number. Null when there is nothing for everybody. */
  read: (get: Get, key: string) => Promise<OpenAddition | null>;
}

export interface OpenAddition {
  title: string;
  body: ReactNode;
  /** What programs read of it, among the facts of the page. */
  facts: Record<string, unknown>;
  modified: Date | null;
}

export const openParts = new Point<OpenPart>('open.parts');

/** All things of one kind that everybody may read: what the plain list, the sitemap and the feeds are made of. */
export interface OpenShelf {
  /** As it stands in addresses: 'case-studies'. */
  name: string;
  /** The page of the whole list. */
  path: string;
  title: string;
  lead: string;
  /**
   * A statement without parameters that answers `id uuid, path text, title text, summary text, published timestamptz,
   * modified timestamptz, organization_id uuid, principles smallint[], topics text[]` of what is open to everybody, and of nothing else.
   */
  rows: string;
  /** Whether new ones are told by a feed. */
  feed?: boolean;
  /** Whether the list stands as a table, too. */
  table?: boolean;
  /** The list narrowed as the web app's page of the same address is; null where the address asks for nothing that narrows. */
  narrow?: (get: Get, query: URLSearchParams, page: { first: number; after: string | null }) => Promise<OpenNarrowed | null>;
}

/** A part of a shelf. */
export interface OpenNarrowed {
  /** What it is narrowed by, each in a few plain words: "State: Ohio". */
  by: readonly string[];
  rows: readonly { title: string; path: string; summary: string | null }[];
  /** Null where nobody has counted. */
  total: number | null;
  /** After which the next page begins. */
  next: string | null;
}

export const openShelves = new Point<OpenShelf>('open.shelves');

/** Something to tell in a feed. */
export interface FeedItem {
  id: string;
  path: string;
  title: string;
  summary: string;
  published: Date;
}

/** Which things of the shelves belong together. */
export interface Scope {
  shelf?: string;
  organizationId?: string;
  principle?: number;
  topic?: string;
}

/** A feed beside those of whole shelves: of one district, one principle, one collection. */
export interface OpenFeed {
  /** As the server's router writes it: '/feeds/districts/:slug.xml'. */
  path: string;
  read: (get: Get, params: Readonly<Record<string, string>>) => Promise<{ title: string; description: string; page: string; items: Scope | readonly FeedItem[] } | null>;
}

export const openFeeds = new Point<OpenFeed>('open.feeds');

export type Cell = string | number | boolean | null | readonly string[];

/** A list as a table, for spreadsheets and programs. */
export interface OpenTable {
  /** The page of the same list; the table stands at the same path with `.csv` or `.json`. */
  path: string;
  title: string;
  /** Each column with what it says, in their order. They are a promise: one may be added, none changes its name. */
  columns: Readonly<Record<string, string>>;
  /** The rows, some at a time, narrowed as the page of the same address is; at the end, where rows are missing, a sentence that says so. */
  pages: (get: Get, query: URLSearchParams) => AsyncGenerator<readonly Readonly<Record<string, Cell>>[], string | void>;
}

export const openTables = new Point<OpenTable>('open.tables');
