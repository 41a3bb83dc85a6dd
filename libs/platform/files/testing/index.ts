export { EICAR, FakeClamd } from './fake-clamd.js';
export { aMessyDeck, aMessyDocument, aMessyWorkbook } from './messy-files.js';
export { aDeck, aDocument, aWorkbook } from './office-files.js';
export { aCsv, aJpeg, anOfficeFile, aPdf, aPng, aVideo, aWebp, aZip, captions } from './small-files.js';
