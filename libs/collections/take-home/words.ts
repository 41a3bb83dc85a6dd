/** Every word of the pack that a team takes home. */
export const words = {
  title: (team: string, conference: string) => `${conference}: what ${team} takes home`,
  lead: (day: string) => `Put together on ${day} from what your team may read in Accord. Open index.html in a browser, or the folders one by one.`,
  statement: 'How your leaders say that you work together',
  statementAbout: 'Signed by all three seats. The same words stand in your-statement.txt.',
  collection: 'From the conference’s collection',
  materials: 'Handed out at the conference',
  nothing: 'Nothing yet. Fetch the pack again when the sponsors have filled the collection.',
  from: (team: string) => `From ${team}`,
  file: 'In this pack',
  page: 'Its page in Accord',
  link: 'On the web',
  silent: (day: string) => `This link did not answer since ${day}.`,
  tooLarge: 'Too large for this pack. Fetch it on its page.',
  away: 'This file could not be fetched just now. Fetch it on its page.',
  licence: 'Terms',
  private: 'Some of this is for members or for those who came only. Please do not put the pack on the web.',
};
