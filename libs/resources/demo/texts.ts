/** The longer texts on the demo's shelf, in the words of people who do not exist. */

export const EVALUATION_TEXT = `We began with twenty peer observers in the fall of the first year and have thirty-four now. This is what we would tell a district that starts.

## What was easier than we feared

1. **Finding observers.** Three teachers applied for each place. What they asked for was not money but a substitute they knew.
2. **Telling a friend the truth.** It helped that nobody observes in their own building.
3. **Agreement between principal and peer.** In four visits out of five they were on the same level before they spoke.
4. **The board.** They wanted two figures a year: how many visits were held, how many plans of support ended well.
5. **Ratings did not rise.** They spread out, and the middle got its first useful remarks.

## What nobody had warned us of

*Principals felt watched.* A second text beside theirs shows how much a first one leaves out. We now train both together, in the same room, on the same films.

*Spring is too full.* Half of our visits fell into March and April. The calendar is now fixed in June, jointly, and moving a visit takes two names.

> If you change one thing in your first year, fix the calendar before you fix the rubric.`;

export const MEETING_TEXT = `Ninety minutes, once a month, nine people: three from each seat. Nobody sends a replacement without a word the day before.

- **0:00 What we decided last time**, read aloud by whoever was against it.
- **0:10 One matter.** It was named a week ahead and has a page of facts that both sides wrote. If the page is not there, we go home.
- **0:30 Each seat alone**, fifteen minutes, in three rooms.
- **0:45 The round.** Each seat says what it can live with, what it cannot, and what it would need. Nobody answers during the round.
- **1:05 Open.** A timekeeper, never one of the three leaders.
- **1:20 The sentence.** We write one sentence on the wall. All three say yes, or it is not decided and comes back with one new fact.

The sentence goes out the same evening under three names. That is the whole trick: the first people to read it read it from all of us.`;

export const SUBSTITUTE_TEXT = `We have eleven hundred students, four buildings and on most days two substitutes. This is how six peer observers still get into classrooms.

- **Half a morning, not a day.** Two visits and the writing fit between 8:15 and 11:00. A principal takes the first hour of the class, a colleague the second.
- **Six days bought in advance.** The board sets aside six days of substitute pay in August, so nobody has to ask in February.
- **A bus schedule on the wall.** The observers’ mornings follow the bus that runs between the buildings anyway.

What did not work: video. People taught to the camera, and the observers said so.`;

export const TRANSFER_TEXT = `Dear colleague,

your school will have one place fewer next year, and yours is one of the four we are looking at. Nothing has been decided. Before it is, we would like to hear from you on three questions:

1. Is there a school or a grade in which you have wanted to work?
2. Is there something we must know before anybody decides: a project, a family, a commute?
3. Who should sit with you when we talk?

We meet with you within ten working days. You have our answer, with the reasons, within ten more. Until then nobody else is told.

*Signed by both of us, because both of us decide.*`;
