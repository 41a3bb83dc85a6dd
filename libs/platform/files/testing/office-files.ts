import { aZip } from './small-files.js';

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
export const OFFICE = 'http://schemas.openxmlformats.org';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The list of an Office file's parts and what each is. */
export function types(parts: Record<string, string>): string {
  const overrides = Object.entries(parts).map(([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`);
  const usual = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  const core = '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>';
  return `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types">${usual}${overrides.join('')}${core}</Types>`;
}

/** What a part points to. */
export function relations(targets: Record<string, [type: string, target: string]>): string {
  const lines = Object.entries(targets).map(([id, [type, target]]) => `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${lines.join('')}</Relationships>`;
}

/** What the file says of itself: its title, and where it is given who made it, in the three places where programs write that. */
function core(title: string | undefined, maker?: string): Record<string, string> {
  if (!title) return {};
  const by = maker ? `<dc:creator>${escaped(maker)}</dc:creator><cp:lastModifiedBy>${escaped(maker)}</cp:lastModifiedBy>` : '';
  const vt = `xmlns:vt="${OFFICE}/officeDocument/2006/docPropsVTypes"`;
  const more = maker && {
    'docProps/app.xml': `${HEAD}<Properties xmlns="${OFFICE}/officeDocument/2006/extended-properties" ${vt}><Application>Writer</Application><Manager>${escaped(maker)}</Manager><Company>${escaped(maker)}</Company></Properties>`,
    'docProps/custom.xml': `${HEAD}<Properties xmlns="${OFFICE}/officeDocument/2006/custom-properties" ${vt}><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="_AuthorEmail"><vt:lpwstr>${escaped(maker)}</vt:lpwstr></property></Properties>`,
  };
  return { 'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title>${by}</cp:coreProperties>`, ...more };
}

/** A letter as a word processor keeps it: headings and what stands under each. */
export function aDocument({ title, maker, language, sections }: { title?: string; maker?: string; language?: string; sections: { heading?: string; lines: string[] }[] }): Buffer {
  const line = (text: string, style = ''): string => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const body = sections.map(({ heading, lines }) => `${heading ? line(heading, 'Heading1') : ''}${lines.map((text) => line(text)).join('')}`).join('');
  const w = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;
  return aZip({
    '[Content_Types].xml': types({ 'word/document.xml': 'wordprocessingml.document.main', 'word/styles.xml': 'wordprocessingml.styles' }),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'word/document.xml'] }),
    'word/_rels/document.xml.rels': relations({ rId1: ['styles', 'styles.xml'] }),
    'word/document.xml': `${HEAD}<w:document ${w}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${HEAD}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr>${language ? `<w:lang w:val="${language}"/>` : ''}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ...core(title, maker),
  });
}

/** Slides, each a list of lines. */
export function aDeck({ title, maker, language, slides }: { title?: string; maker?: string; language?: string; slides: string[][] }): Buffer {
  const a = `xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:p="${OFFICE}/presentationml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;
  const run = (text: string): string => `<a:p><a:r><a:rPr${language ? ` lang="${language}"` : ''}/><a:t>${escaped(text)}</a:t></a:r></a:p>`;
  const numbers = slides.map((_, at) => at + 1);
  return aZip({
    '[Content_Types].xml': types({ 'ppt/presentation.xml': 'presentationml.presentation.main', ...Object.fromEntries(numbers.map((n) => [`ppt/slides/slide${n}.xml`, 'presentationml.slide'])) }),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'ppt/presentation.xml'] }),
    'ppt/_rels/presentation.xml.rels': relations(Object.fromEntries(numbers.map((n) => [`rId${n}`, ['slide', `slides/slide${n}.xml`]]))),
    'ppt/presentation.xml': `${HEAD}<p:presentation ${a}><p:sldIdLst>${numbers.map((n) => `<p:sldId id="${255 + n}" r:id="rId${n}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    ...Object.fromEntries(slides.map((lines, at) => [`ppt/slides/slide${at + 1}.xml`, `${HEAD}<p:sld ${a}><p:cSld><p:spTree><p:sp><p:txBody>${lines.map(run).join('')}</p:txBody></p:sp></p:spTree></p:cSld></p:sld>`])),
    ...core(title, maker),
  });
}

/** A workbook, each sheet a list of rows; its words stand in the list that the sheets share, as programs do it. */
export function aWorkbook({ title, maker, sheets }: { title?: string; maker?: string; sheets: Record<string, (string | number)[][]> }): Buffer {
  const strings: string[] = [];
  const cell = (value: string | number): string => (typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="s"><v>${strings.push(value) - 1}</v></c>`);
  const names = Object.keys(sheets);
  const x = `xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"`;
  const drawn = Object.values(sheets).map((rows) => `${HEAD}<worksheet ${x}><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`);
  return aZip({
    '[Content_Types].xml': types({ 'xl/workbook.xml': 'spreadsheetml.sheet.main', 'xl/sharedStrings.xml': 'spreadsheetml.sharedStrings', ...Object.fromEntries(names.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, 'spreadsheetml.worksheet'])) }),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/_rels/workbook.xml.rels': relations(Object.fromEntries(names.map((_, at) => [`rId${at + 1}`, ['worksheet', `worksheets/sheet${at + 1}.xml`]]))),
    'xl/workbook.xml': `${HEAD}<workbook ${x}><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `${HEAD}<sst ${x}>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(drawn.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet])),
    ...core(title, maker),
  });
}
