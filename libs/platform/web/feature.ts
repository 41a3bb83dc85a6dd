import type { ComponentType } from 'react';
import type { SlotFill } from './slot.js';

/** The web half of a feature: the pages it brings and where they stand in the navigation. */
export interface WebFeature {
  name: string;
  routes: WebRoute[];
  nav?: NavItem[];
  /** What it adds to the pages of features listed before it. */
  slots?: SlotFill[];
}

export interface WebRoute {
  /** As React Router writes it: '/districts/:id'. */
  path: string;
  /** The title until the page has a better one. */
  title: string;
  /** 'signed-in' lets in those who wait for a seat, too. */
  for: 'everyone' | 'signed-in' | 'members' | 'steward' | 'demo';
  page: () => Promise<{ default: ComponentType }>;
}

export interface NavItem {
  label: string;
  to: string;
  order: number;
  for: 'everyone' | 'signed-out' | 'signed-in' | 'members' | 'steward';
  /** 'main' unless said. */
  place?: 'main' | 'foot' | 'account';
}
