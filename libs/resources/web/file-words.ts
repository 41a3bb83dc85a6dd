const partNames: Record<string, [one: string, many: string]> = { pdf: ['page', 'pages'], pptx: ['slide', 'slides'], xlsx: ['sheet', 'sheets'], docx: ['section', 'sections'] };

const advice: Record<string, { title: string; text: string }> = {
  scanned: { title: 'It has no text', text: 'These are pictures of pages. Nobody can search or hear them. Run text recognition (OCR) in the program that scanned it, and replace the file.' },
  locked: { title: 'It is locked with a password', text: 'Others could not open it. Save it without a password, and replace the file.' },
  'pdf-untagged': { title: 'The PDF is not tagged', text: 'A screen reader cannot tell headings, lists and tables apart. Export it again with “Document structure tags for accessibility” switched on.' },
  'no-title': { title: 'It has no title of its own', text: 'Fill in the title in the file’s properties: it is what a screen reader says first, and what stands on the tab.' },
  'no-language': { title: 'It does not say its language', text: 'Set the language of the text, such as English (United States), so that a screen reader pronounces it rightly.' },
  'no-headings': { title: 'It has no headings', text: 'Use the styles Heading 1 and Heading 2 in place of large or bold letters, so that readers can jump from part to part.' },
  'pictures-undescribed': { title: 'Pictures have no description', text: 'Add alternative text to each picture that tells something: a sentence that says what one should see.' },
  'hidden-sheets': { title: 'It has hidden sheets', text: 'Whoever fetches the workbook can open them. Delete what others should not see.' },
  'tracked-changes': { title: 'It still shows its changes', text: 'Whoever fetches it sees what was put in and struck out, by whom and when. Accept or reject all changes, and replace the file.' },
  comments: { title: 'It has comments in it', text: 'Whoever fetches it can read them, with the names of those who wrote them. Delete all comments, and replace the file.' },
  'names-its-author': { title: 'It still names who made it', text: 'We take such names out of a file, and could not do so here. Remove the properties and personal information in the program that made it (in Word: File, Info, Inspect Document), and replace the file.' },
  'no-captions': { title: 'The video has no captions', text: 'Whoever cannot hear it misses all that is said. Add a file with captions (.vtt) below.' },
  'no-description': { title: 'The picture has no description', text: 'Say in a sentence what the picture shows: people who cannot see it, and the search, read that instead. Choose Edit; there is a field for it.' },
  contract: {
    title: 'This reads like an agreement',
    text: 'Before you share it, take out home addresses, personal phone numbers, signatures and anything about one named employee’s pay, health or evaluation. A black box drawn over words does not remove them: delete the words, or use a redaction tool, and save as a new file.',
  },
};

const partlyScanned = (silent: number, pages: number) => ({
  title: `${silent.toLocaleString('en-US')} of ${pages.toLocaleString('en-US')} pages ${silent === 1 ? 'has' : 'have'} no text`,
  text: 'Where these are scanned pages, nobody can search or hear them. Run text recognition (OCR) in the program that scanned them, and replace the file.',
});

const findings: Record<string, (count: number) => string> = {
  ssn: (count) => (count === 1 ? 'a number built like a Social Security number' : `${count.toLocaleString('en-US')} numbers built like Social Security numbers`),
  'birth-date': (count) => (count === 1 ? 'a date of birth' : `${count.toLocaleString('en-US')} dates of birth`),
  'pupil-number': (count) => (count === 1 ? 'a student’s number' : `${count.toLocaleString('en-US')} students’ numbers`),
  'support-plan': (count) => (count === 1 ? 'a plan of support that names a student' : `${count.toLocaleString('en-US')} plans of support that name students`),
  roster: (count) => `a table of students with ${count.toLocaleString('en-US')} rows`,
};

/** Every word about the file of a resource. */
export const fileWords = {
  preview: (name: string) => `The first page of ${name}`,
  picture: (name: string) => `A picture that nobody has described yet: ${name}`,
  describe: 'What the picture shows, for those who cannot see it',
  describeHint: 'A sentence or two; the search finds these words as well',
  tile: (ending: string) => ending.toUpperCase(),
  film: (title: string) => `Video: ${title}`,
  captions: (language: string) => `${language} captions`,
  reading: 'We are reading it, so that its words can be found. It takes a moment.',
  readingOthers: 'It is being read and can be fetched in a moment.',
  read: (ending: string, parts: number, cut: boolean) => {
    const [one, many] = partNames[ending] ?? ['', ''];
    if (cut && parts > 1) return `It is very long: the words of its first ${parts.toLocaleString('en-US')} ${many} can be searched.`;
    if (cut) return 'It is very long: the words of its beginning can be searched.';
    if (!one) return 'Its words can be searched.';
    return parts === 1 ? `The words of one ${one} can be searched.` : `The words of ${parts.toLocaleString('en-US')} ${many} can be searched.`;
  },
  no_text: 'It has no text: it is a picture of pages, and the search finds only its title and summary.',
  no_text_other: 'It has no text, so the search finds only its title and summary.',
  unreadable: 'Its words could not be read, so the search finds only its title and summary.',
  checking: 'This file is being checked for viruses',
  checkingText: 'Nobody can fetch it before the check is done. This page shows the button then.',
  infected: 'The virus check found something harmful',
  infectedText: 'Nobody can fetch this file. Whoever shared it should send a clean copy in its place.',
  held: 'This file is not there for you yet',
  heldText: 'Its team is looking at it once more before others can fetch it.',
  findingsTitle: 'This looks like data of students',
  findingsText: 'Others cannot fetch the file until you decide. What we saw, by rules of thumb:',
  finding: (code: string, count: number, where: readonly string[]) => `${findings[code]?.(count) ?? 'something that names students'}${where.length > 0 ? ` (${where.join(', ')})` : ''}`,
  findingsAdvice: 'If these are real students, remove them from the file and choose the clean copy: the law protects them, and so do we. Replacing names by initials is not enough where a school and a grade are named.',
  clear: 'It holds nothing about real students',
  cleared: 'Others can fetch the file now.',
  replace: 'Replace the file',
  advice: 'How to make this file easier to use',
  adviceCount: (count: number) => (count === 1 ? 'One thing would make this file easier to use for everybody' : `${count} things would make this file easier to use for everybody`),
  adviceOf: (given: string) => {
    const [code = '', ...figures] = given.split(':');
    return code === 'partly-scanned' ? partlyScanned(Number(figures[0]), Number(figures[1])) : (advice[code] ?? { title: code, text: '' });
  },
  adviceOnlyYou: 'Only your team sees this.',
  addCaptions: 'Captions of the video',
  addCaptionsHint: 'A WebVTT file (.vtt), such as the program that recorded or edited the video can export',
  captionsLanguage: 'Language of the captions',
  captionsLanguageHint: 'Choose it before the file: players and screen readers go by it',
  captionsNow: (language: string) => `Now in ${language}.`,
  captionsAre: (language: string) => `The captions are in ${language}`,
  captionsLanguageSaved: (language: string) => `The captions are said to be in ${language} now.`,
  replaceCaptions: 'Other captions in place of these',
  removeCaptions: 'Take the captions away',
  captionsRemoved: 'The video has no captions now.',
  captionsAdded: 'The video has captions.',
  waiting: 'The line is lost. It goes on by itself when it is back.',
  goesOn: 'It goes on where it stopped.',
  unfinished: (names: readonly string[]) => (names.length === 1 ? `${names[0]} was on its way and has not arrived. Choose it again, and it goes on where it stopped.` : `${names.join(', ')} were on their way and have not arrived. Choose one of them again, and it goes on where it stopped.`),
  sentChecked: 'We have read it and found nothing that should not be shared.',
  sentCut: 'It is very long. We have read its beginning and found nothing there that should not be shared; please look through the rest.',
  sentReading: 'We are reading it. You can share it meanwhile; others get it when that is done.',
};
