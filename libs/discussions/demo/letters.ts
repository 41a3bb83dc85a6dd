interface DemoLetter {
  by: string;
  from: string;
  /** Hours before the demo begins. */
  hoursAgo: number;
  body: string;
}

export interface DemoThread {
  key: string;
  title: string;
  /** `members`, `public`, or the key of a team. */
  audience: 'members' | 'public' | { team: string };
  principles: number[];
  letters: DemoLetter[];
}

/** What the demo's invented people have written to each other in the last days. */
export const demoThreads: DemoThread[] = [
  {
    key: 'evaluation-evidence',
    title: 'Whose evidence counts in the second year of a new evaluation?',
    audience: 'members',
    principles: [5],
    letters: [
      {
        by: 'ana', from: 'maple-hollow', hoursAgo: 74,
        body: 'We are in the second year of evaluation with peer observers. The first year went better than either side had feared. Now the question I hear in every faculty room is: **when a principal and a peer disagree, whose evidence counts?**\n\nOur agreement says “both are considered”, and we all know what that means on a bad day. How have others written this down?',
      },
      {
        by: 'pete', from: 'cedar-ridge', hoursAgo: 71,
        body: 'We had the same sentence and lived with it for eighteen months. What replaced it is short:\n\n1. Each observer writes their evidence before they talk to the other.\n2. If the two ratings are one step apart, the teacher gets both texts and the higher rating.\n3. If they are further apart, a third observer comes, chosen from a list both of us signed.\n\nThe third observer has been called four times in two years. The list mattered more than the rule.',
      },
      {
        by: 'ruth', from: 'cedar-ridge', hoursAgo: 70,
        body: 'Pete is being modest about what it cost. My principals felt that “the higher rating” took something from them. What changed their minds was reading the peers’ notes: they were tougher than their own.\n\nIf I did it again I would let principals sit in on the peers’ training from the first day.',
      },
      {
        by: 'dana', from: 'maple-hollow', hoursAgo: 52,
        body: 'Ruth, that last point is worth the price of the trip. Ours were trained in separate rooms, a week apart, by different people.\n\nDid you pay for the third observer’s day, or does it come out of somebody’s schedule?',
      },
      { by: 'ruth', from: 'cedar-ridge', hoursAgo: 51, body: 'A substitute for the day, out of the professional growth fund that both of us sign for. Four days in two years: nobody has asked about it since.' },
      {
        by: 'mei', from: 'harbor-point', hoursAgo: 29,
        body: 'A word of caution from a larger place. With nearly four hundred evaluations in a spring, step 1 is where it breaks: people write their evidence after the conversation because there is no time before it. We now block forty minutes on the calendar of both observers, the same day, and it is in the agreement that nothing may be booked over it.',
      },
      { by: 'luis', from: 'maple-hollow', hoursAgo: 20, body: 'From the board’s chair: I would vote for forty protected minutes before I would vote for another training day. Ana, Dana, let us put step 1 and the forty minutes on the agenda of our next joint meeting and leave the rating rule for the one after.' },
      { by: 'ana', from: 'maple-hollow', hoursAgo: 3, body: 'Agreed, and thank you all. Pete, could we see the list of third observers, or at least how the two of you decide who is on it?' },
    ],
  },
  {
    key: 'after-the-conference',
    title: 'What we promise each other before we go home',
    audience: 'members',
    principles: [1, 10],
    letters: [
      {
        by: 'eleanor', from: 'forum', hoursAgo: 8,
        body: 'Before everybody is on the road from Ridgeline: at breakfast three teams said the same thing, that a plan made in the room is forgotten by the second week at home.\n\nSo here is a place to write down **one thing** your three seats agreed to do within thirty days. One sentence is enough. Nobody is graded.',
      },
      { by: 'gloria', from: 'harbor-point', hoursAgo: 7, body: 'Harbor Point: Mei-Lin, James and I visit two schools together before the month is out, unannounced to each other’s staff, announced to the schools. We have never done it, the three of us.' },
      { by: 'denise', from: 'lakeshore', hoursAgo: 6, body: 'Lakeshore: we read our policies on transfers aloud to each other. It will take an evening. Walt brings the pie.' },
      { by: 'tom', from: 'prairie-view', hoursAgo: 5, body: 'Prairie View came with an empty board seat at the table, which everybody was kind about. Ours is to fill it: Carol and I will ask the board **together** who should sit with us.' },
      { by: 'dana', from: 'maple-hollow', hoursAgo: 2, body: 'Maple Hollow: the joint committee’s minutes go to all staff within two days, signed by Ana and me, and nothing else goes out about the committee from either office.' },
    ],
  },
  {
    key: 'rural-time',
    title: 'Shared planning time with nine teachers and two buses',
    audience: 'members',
    principles: [4, 3],
    letters: [
      {
        by: 'carol', from: 'prairie-view', hoursAgo: 122,
        body: 'Every example of common planning time I have read comes from a district with enough teachers to cover for each other. We have nine in the building, and the buses decide when the day begins.\n\nHas anybody who is small made this work without adding days?',
      },
      {
        by: 'omar', from: 'cedar-ridge', hoursAgo: 118,
        body: 'We are not as small as you, but one of our schools has eleven. They start forty minutes late on Wednesdays. The buses run as always, and the children are with the librarian, the coach and two of us from the board who took the training for volunteers. I have supervised a great deal of dodgeball.\n\nWhat made it possible was that the association agreed to count it as preparation time **for one year on trial**, with a date on which it would end unless both sides renewed it.',
      },
      { by: 'tom', from: 'prairie-view', hoursAgo: 96, body: 'The date on which it ends is what I had been missing. I could never promise the board that we would be able to take it back.' },
      { by: 'carol', from: 'prairie-view', hoursAgo: 95, body: 'And I could never promise our members that we would not be stuck with it. Funny how that works. Omar, would your volunteers’ training fit into a Saturday morning?' },
      { by: 'omar', from: 'cedar-ridge', hoursAgo: 90, body: 'Three hours and a background check. I have asked our office to send you the outline.' },
    ],
  },
  {
    key: 'workload-survey',
    title: 'Asking about workload without starting a fight',
    audience: 'members',
    principles: [4, 2],
    letters: [
      {
        by: 'priya', from: 'lakeshore', hoursAgo: 68,
        body: 'Denise and I want to ask our teachers what takes their time, before we sit down about next year. The last survey was sent by my office alone, forty percent answered, and both of us read our own opinions into it.\n\nWho has done one jointly? What would you leave out?',
      },
      { by: 'marcus', from: 'alliance', hoursAgo: 64, body: 'Three things I have seen work in our locals: both names under the letter; no question whose answer you could not act on by spring; and the raw counts go to everybody on the same morning, before anyone has written a sentence about them.' },
      { by: 'james', from: 'harbor-point', hoursAgo: 49, body: 'Leave out “How satisfied are you”. It gives you a number and no idea what to do on Monday. “What did you do last week that somebody else could have done?” gave us three changes, two of them free.' },
      { by: 'denise', from: 'lakeshore', hoursAgo: 47, body: 'James, may we borrow that question word for word? It is better than the eleven we had.' },
      { by: 'james', from: 'harbor-point', hoursAgo: 46, body: 'It was Mei-Lin’s question, and she says of course.' },
      { by: 'priya', from: 'lakeshore', hoursAgo: 26, body: 'The draft has five questions now, and both our names. We send it in two weeks and will report here, whatever comes back.' },
    ],
  },
  {
    key: 'board-changes',
    title: 'When a new board member was not in the room',
    audience: 'public',
    principles: [7, 10],
    letters: [
      {
        by: 'walt', from: 'lakeshore', hoursAgo: 145,
        body: 'Two of our seven members are new since November. They inherited an understanding between the board, Priya and Denise that they had no part in, and one of them asked, fairly, why she should be bound by it.\n\nHow do you bring new members in without opening everything again?',
      },
      { by: 'nora', from: 'council', hoursAgo: 139, body: 'We suggest that the three leaders meet each new member together, within the first month, and bring the text. Not to defend it: to tell what it replaced. People respect an agreement when they have seen the mess it came out of.' },
      { by: 'omar', from: 'cedar-ridge', hoursAgo: 120, body: 'Ours has a page at the back where every member signs on joining, under the sentence “I have read this and had my questions answered by all three.” It is not binding in law. It has kept us honest for three elections.' },
    ],
  },
  {
    key: 'our-notes',
    title: 'Notes for our next joint meeting',
    audience: { team: 'maple-hollow' },
    principles: [5, 10],
    letters: [
      { by: 'luis', from: 'maple-hollow', hoursAgo: 19, body: 'This stays in our own team. For the agenda:\n\n- forty protected minutes for observers (from the thread on evidence)\n- when the minutes go out, and under whose names\n- whether we ask Cedar Ridge to be our mentor' },
      { by: 'dana', from: 'maple-hollow', hoursAgo: 18, body: 'Yes to all three. I would put the mentor first: the other two get easier with somebody who has done them.' },
      { by: 'ana', from: 'maple-hollow', hoursAgo: 4, body: 'Then Cedar Ridge first. I can write the letter tonight if you both read it before it goes.' },
    ],
  },
];
