export { EICAR, FakeClamd } from './fake-clamd.js';
export { aDeck, aDocument, aWorkbook } from './office-files.js';
export { aCsv, aJpeg, anOfficeFile, aPdf, aPng, aVideo, aWebp, aZip, captions } from './small-files.js';
