export { aCsv, anOfficeFile, aPdf, aPng, aWebp, aZip } from './small-files.js';
