/** Under which terms others may use what is shared. The list is closed, so that a reader learns seven words once. */
export const LICENCES = ['members', 'ask', 'cc0', 'cc_by', 'cc_by_sa', 'cc_by_nc', 'theirs'] as const;
export type Licence = (typeof LICENCES)[number];

/** What holds where nobody has said: what is elsewhere is for others to say. */
export const usualLicence = (form: string): Licence => (form === 'link' ? 'theirs' : 'members');

export interface LicenceWords {
  label: string;
  /** What a reader may do, in a sentence. */
  note: string;
  /** Where the whole text of the licence stands; absent where there is none. */
  url?: string;
}

export const LICENCE_WORDS: Readonly<Record<Licence, LicenceWords>> = {
  members: { label: 'All rights reserved; members may share it', note: 'Members of Accord may copy it, change it and use it in their own districts. Others ask first.' },
  ask: { label: 'All rights reserved; ask first', note: 'You may read it. Ask the team before you copy or change it.' },
  cc0: { label: 'CC0', note: 'Use it for anything, without asking and without naming anybody.', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  cc_by: { label: 'CC BY', note: 'Use and change it for anything; say whose it is.', url: 'https://creativecommons.org/licenses/by/4.0/' },
  cc_by_sa: { label: 'CC BY-SA', note: 'Use and change it; say whose it is, and share what you make of it on the same terms.', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  cc_by_nc: { label: 'CC BY-NC', note: 'Use and change it, but not to earn money; say whose it is.', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
  theirs: { label: 'As its own page says', note: 'It belongs to somebody else. Look on its page for what you may do.' },
};
