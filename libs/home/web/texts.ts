/** A long text of the house: a lead and parts, each with paragraphs. */
export interface HouseText {
  title: string;
  lead: string;
  parts: { title: string; paragraphs: string[] }[];
}

export const terms: HouseText = {
  title: 'Terms',
  lead: 'What you can expect of Accord, and what it expects of you. In plain words, because you will be asked about it.',
  parts: [
    {
      title: 'Who may be here',
      paragraphs: [
        'The members are teams: a district with its superintendent, its board president and its union or association leader, and the organizations that sponsor conferences. A person speaks through the seat they hold, and only for as long as they hold it.',
        'Nobody on one side of the table can remove or outvote the other. Whoever runs this installation (the steward) can take a text down for a stated reason, and its author is told.',
      ],
    },
    {
      title: 'What you write stays yours',
      paragraphs: [
        'You allow Accord to show what you post to the people you chose when you posted it, and nobody else. You can edit and delete it. Others may quote it with your district’s name.',
        'Post only what you may share. Leave out names and records of pupils, and anything about one person’s evaluation.',
      ],
    },
    {
      title: 'What is open to everybody',
      paragraphs: [
        'What a team shares with everybody can be read without an account, is found by search engines, and can be taken as a table or followed as a feed. Facts and figures in those tables may be used for any purpose by whoever names the district, Accord and the day they were taken.',
        'Texts and files keep the licence that stands beside them; where none does, you may read, cite and link to them, and ask their authors for more. What is taken back or taken down leaves the tables, feeds and maps the same day. Nobody can call back what others have copied by then.',
      ],
    },
    {
      title: 'Conduct',
      paragraphs: ['Write as you would speak across the table with your own team in the room. Threats, advertising and impersonation are taken down. Any reader can report a text; a steward answers.'],
    },
    {
      title: 'What Accord does not promise',
      paragraphs: ['Practices and figures carry their source and year and may have changed since. Accord is not legal advice, and no bargaining happens here.'],
    },
  ],
};

export const privacy: HouseText = {
  title: 'Privacy',
  lead: 'Private here, and it may be a public record all the same.',
  parts: [
    {
      title: 'A public record may stay one',
      paragraphs: [
        'You write as somebody who holds public office or leads an association. In many states what a public official writes about public business is a public record wherever it is kept, also in a private room on Accord and also from a private address. So nothing here is called confidential. "Private" means: shown only to the people named beside it.',
        'If most members of one board write in the same thread, your state’s open-meeting law may see a meeting in it. Ask your counsel before you decide anything there.',
      ],
    },
    {
      title: 'What is kept about you',
      paragraphs: [
        'Your name, the address your codes go to, the seats you hold and held, what you write, and the browsers you are signed in with, which you can see and end on your account page. Where you sign a text for your seat, your name, title and the moment stay with it, also after you have left the seat; whoever may read the text reads them. Codes are never stored. Mail that was sent to you is listed with its kind and day, so that "why did I get this?" has an answer.',
        'There are no advertisements, no trackers, and no cookies but the one that keeps you signed in.',
      ],
    },
    {
      title: 'Who sees what',
      paragraphs: [
        'Each text names its readers: everybody, members, the people of one conference, your team, or the two teams of a mentoring link. Lists, search and mail follow the same rule. Your address is shown to nobody. The steward sees what was reported, as it stood then, and not the private room around it.',
        'Who leads a team can be found by name by everybody, because that seat is a public one; deputies and staff by members; whoever holds no seat or only reads, by nobody. On your account page you can let only members find you, or only your own team. It holds at once, for results and for what is suggested while somebody types. Your team’s page goes on naming who sits in its seats.',
      ],
    },
    {
      title: 'Mail',
      paragraphs: ['You get a mail when somebody waits for you, and a digest after a conference you attended. Each digest and message can be stopped with one click, without signing in. Sign-in codes come only when somebody asks for them.'],
    },
    { title: 'Your data', paragraphs: ['Ask the steward for a copy of what is kept about you, or to have it removed. What you wrote for your district stays with the district, unless you delete it first.'] },
  ],
};

export const accessibility: HouseText = {
  title: 'Accessibility',
  lead: 'Accord is built to be used by everybody, with a keyboard, a screen reader, at 200 percent, on a phone.',
  parts: [
    {
      title: 'What it is built to',
      paragraphs: ['The Web Content Accessibility Guidelines 2.2 at level AA. That includes the level 2.1 AA which federal rules ask of public districts.'],
    },
    {
      title: 'How it is tested',
      paragraphs: [
        'Each page, empty, full, with an error and with a dialog open, is checked by machine at two widths before every release, and the main journeys are walked with the keyboard alone. Machines find only a part of what hinders people.',
        'Not yet evaluated: use with NVDA, JAWS and VoiceOver by people who rely on them. Until that is done we do not say "supports".',
      ],
    },
    {
      title: 'What may still hinder you',
      paragraphs: ['Files that teams upload may lack headings, tags or captions; ask the team that posted them, whose name stands beside the file. The practices grid is wide; on a narrow screen it becomes a list with the same content.'],
    },
    { title: 'Tell us', paragraphs: ['If something keeps you from doing what you came for, write to the steward from the help page. Say which page and what you wanted to do.'] },
  ],
};

export const help: HouseText = {
  title: 'Help',
  lead: 'The questions people ask most, and where to turn with the others.',
  parts: [
    {
      title: 'I get no code',
      paragraphs: ['Look in the folder for unwanted mail. Codes are good for ten minutes; ask for a new one after that. If the mail says that nobody uses your address, you may have joined with another one.'],
    },
    {
      title: 'My seat is taken, or my predecessor still sits in it',
      paragraphs: [
        'Ask your predecessor to hand the seat over on "Seats and people": you get a link and go on the same day. Your district keeps its threads and links whoever sits there.',
        'If they cannot be reached, write to the steward, who asks those beside the seat. Nobody is removed by the word of one side: the seat falls vacant when everybody beside it says so and its holder, asked too, is not heard of for two weeks.',
      ],
    },
    {
      title: 'I leave my seat',
      paragraphs: ['Hand it over on "Seats and people": name your successor’s address and, if you like, the day. The moment they sit there you are signed out everywhere. Sign in again whenever you like to read what you wrote.'],
    },
    {
      title: 'Who can read what I write?',
      paragraphs: ['It stands beside the text, and you choose it when you post: everybody, members, the people of a conference, your team, or the two teams of a mentoring link.'],
    },
    {
      title: 'I want less mail',
      paragraphs: ['Each digest and message has a line at its foot that stops it with one click. On your account page you choose which kinds you get.'],
    },
    {
      title: 'Something here is wrong or should not be here',
      paragraphs: ['Use "Report" beside it. A steward looks and answers you.'],
    },
    {
      title: 'How to reach us',
      paragraphs: ['Answer any mail you got from Accord: it reaches the steward of this installation.'],
    },
  ],
};
