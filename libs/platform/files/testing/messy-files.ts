import { escaped, HEAD, OFFICE, relations, types } from './office-files.js';
import { aZip } from './small-files.js';

const W = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:mc="${OFFICE}/markup-compatibility/2006" xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;
const A = `xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:p="${OFFICE}/presentationml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;
const X = `xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const p = (...inside: string[]): string => `<w:p>${inside.join('')}</w:p>`;

/** A letter as people leave it: a text box in the middle of a sentence, a table, notes, remarks, words put in and struck out. */
export function aMessyDocument(has: { before?: string; box?: string; after?: string; rows?: string[][]; footnote?: string; endnote?: string; comment?: string; header?: string; struck?: string; inserted?: string }): Buffer {
  const { before = '', box, after = '', rows = [], struck, inserted } = has;
  // Programs write a text box twice: as it is, and as older ones understand it.
  const boxed = box ? `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="1" name="Box" descr="A box"/><wps:txbx><w:txbxContent>${p(run(box))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(run(box))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` : '';
  const table = rows.length > 0 ? `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>` : '';
  const changed = `${struck ? p(`<w:del w:id="1" w:author="A. Writer"><w:r><w:delText>${escaped(struck)}</w:delText></w:r></w:del>`) : ''}${inserted ? p(`<w:ins w:id="2" w:author="A. Writer">${run(inserted)}</w:ins>`) : ''}`;
  const beside: [part: string, type: string, relation: string, xml: string | undefined][] = [
    ['footnotes', 'footnotes', 'footnotes', has.footnote && `<w:footnotes ${W}><w:footnote w:id="1">${p(run(has.footnote))}</w:footnote></w:footnotes>`],
    ['endnotes', 'endnotes', 'endnotes', has.endnote && `<w:endnotes ${W}><w:endnote w:id="1">${p(run(has.endnote))}</w:endnote></w:endnotes>`],
    ['comments', 'comments', 'comments', has.comment && `<w:comments ${W}><w:comment w:id="1" w:author="A. Writer">${p(run(has.comment))}</w:comment></w:comments>`],
    ['header1', 'header', 'header', has.header && `<w:hdr ${W}>${p(run(has.header))}</w:hdr>`],
  ];
  const there = beside.filter(([, , , xml]) => xml);
  return aZip({
    '[Content_Types].xml': types({ 'word/document.xml': 'wordprocessingml.document.main', ...Object.fromEntries(there.map(([part, type]) => [`word/${part}.xml`, `wordprocessingml.${type}`])) }),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'word/document.xml'] }),
    'word/_rels/document.xml.rels': relations(Object.fromEntries(there.map(([part, , relation], at) => [`rId${at + 1}`, [relation, `${part}.xml`]]))),
    'word/document.xml': `${HEAD}<w:document ${W}><w:body>${p(run(before), boxed, run(after))}${table}${changed}</w:body></w:document>`,
    ...Object.fromEntries(there.map(([part, , , xml]) => [`word/${part}.xml`, `${HEAD}${xml}`])),
  });
}

/** One slide with a table, what its speaker has noted, what somebody remarked, and a drawing made of words. */
export function aMessyDeck(has: { line: string; rows: string[][]; notes: string; comment: string; diagram: string }): Buffer {
  const line = (text: string): string => `<a:p><a:r><a:t>${escaped(text)}</a:t></a:r></a:p>`;
  const table = `<a:tbl>${has.rows.map((row) => `<a:tr>${row.map((cell) => `<a:tc><a:txBody>${line(cell)}</a:txBody></a:tc>`).join('')}</a:tr>`).join('')}</a:tbl>`;
  return aZip({
    '[Content_Types].xml': types({ 'ppt/presentation.xml': 'presentationml.presentation.main', 'ppt/slides/slide1.xml': 'presentationml.slide' }),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'ppt/presentation.xml'] }),
    'ppt/_rels/presentation.xml.rels': relations({ rId1: ['slide', 'slides/slide1.xml'] }),
    'ppt/presentation.xml': `${HEAD}<p:presentation ${A}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`,
    'ppt/slides/_rels/slide1.xml.rels': relations({ rId1: ['notesSlide', '../notesSlides/notesSlide1.xml'], rId2: ['comments', '../comments/comment1.xml'], rId3: ['diagramData', '../diagrams/data1.xml'] }),
    'ppt/slides/slide1.xml': `${HEAD}<p:sld ${A}><p:cSld><p:spTree><p:sp><p:txBody>${line(has.line)}</p:txBody></p:sp>${table}</p:spTree></p:cSld></p:sld>`,
    'ppt/notesSlides/notesSlide1.xml': `${HEAD}<p:notes ${A}><p:cSld><p:spTree><p:sp><p:txBody>${line(has.notes)}</p:txBody></p:sp></p:spTree></p:cSld></p:notes>`,
    'ppt/comments/comment1.xml': `${HEAD}<p:cmLst ${A}><p:cm authorId="0"><p:text>${escaped(has.comment)}</p:text></p:cm></p:cmLst>`,
    'ppt/diagrams/data1.xml': `${HEAD}<dgm:dataModel xmlns:dgm="${OFFICE}/drawingml/2006/diagram" ${A}><dgm:pt><dgm:t>${line(has.diagram)}</dgm:t></dgm:pt></dgm:dataModel>`,
  });
}

/** One sheet whose words stand in its cells themselves, with a remark, a text box and a line above each page. */
export function aMessyWorkbook(has: { name: string; rows: string[][]; comment: string; box: string; header: string }): Buffer {
  const rows = has.rows.map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`).join('');
  return aZip({
    '[Content_Types].xml': types({ 'xl/workbook.xml': 'spreadsheetml.sheet.main', 'xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet' }),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/_rels/workbook.xml.rels': relations({ rId1: ['worksheet', 'worksheets/sheet1.xml'] }),
    'xl/workbook.xml': `${HEAD}<workbook ${X}><sheets><sheet name="${escaped(has.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relations({ rId1: ['comments', '../comments1.xml'], rId2: ['drawing', '../drawings/drawing1.xml'] }),
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet ${X}><sheetData>${rows}</sheetData><headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"${escaped(has.header)}&amp;RPage &amp;P</oddHeader></headerFooter></worksheet>`,
    'xl/comments1.xml': `${HEAD}<comments ${X}><authors><author>A. Writer</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>${escaped(has.comment)}</t></r></text></comment></commentList></comments>`,
    'xl/drawings/drawing1.xml': `${HEAD}<xdr:wsDr xmlns:xdr="${OFFICE}/drawingml/2006/spreadsheetDrawing" ${A}><xdr:txBody><a:p><a:r><a:t>${escaped(has.box)}</a:t></a:r></a:p></xdr:txBody></xdr:wsDr>`,
  });
}
