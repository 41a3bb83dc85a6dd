import { useState } from 'react';
import { Button } from '../Button.js';
import { Checkbox } from '../Checkbox.js';
import { CheckboxGroup } from '../CheckboxGroup.js';
import { ComboBox } from '../ComboBox.js';
import { type ChosenFile, FileField } from '../FileField.js';
import { type FieldProblem, Form } from '../Form.js';
import { FormActions } from '../FormActions.js';
import { MarkdownField } from '../MarkdownField.js';
import { RadioGroup } from '../RadioGroup.js';
import { SearchField } from '../SearchField.js';
import { type Option, Select } from '../Select.js';
import { TextArea } from '../TextArea.js';
import { TextField } from '../TextField.js';
import { Shelf } from './Shelf.js';
import { Specimen } from './Specimen.js';

const districts: Option[] = [
  { value: '1', label: 'Plattsburgh City School District', note: 'New York, 1,800 students' },
  { value: '2', label: 'Helena Public Schools', note: 'Montana, 8,000 students' },
  { value: '3', label: 'New Haven Unified', note: 'California, 13,000 students' },
];
const areas: Option[] = [
  { value: 'urban', label: 'Urban' },
  { value: 'suburban', label: 'Suburban' },
  { value: 'rural', label: 'Small town or rural', note: 'As the federal locale code says' },
];
const files: ChosenFile[] = [
  { id: 'a', name: 'Evaluation handbook.pdf' },
  { id: 'b', name: 'Memorandum of understanding.docx', progress: 0.62 },
  { id: 'c', name: 'Slides.key', error: 'Accord does not take this kind of file. Save it as PDF.' },
];

async function find(text: string): Promise<Option[]> {
  return districts.filter((one) => one.label.toLowerCase().includes(text.toLowerCase()));
}

/** All fields, empty, filled, refused and closed, and a form that answers. */
export function Fields() {
  const [district, setDistrict] = useState<Option | null>(null);
  const [letter, setLetter] = useState('We tried **peer review** in two schools first.\n\n- what worked\n- what did not');
  const [errors, setErrors] = useState<readonly FieldProblem[]>([]);
  return (
    <>
      <Shelf title="Fields">
        <Specimen name="TextField">
          <TextField label="District" hint="As it stands in the federal register." required />
        </Specimen>
        <Specimen name="TextField, refused">
          <TextField label="E-mail" type="email" defaultValue="ana@" error="The address ends after the @ sign. Write it whole, such as name@district.org." required />
        </Specimen>
        <Specimen name="TextField, short and optional">
          <TextField label="NCES number" width="short" inputMode="numeric" defaultValue="0803360" />
        </Specimen>
        <Specimen name="TextField, closed">
          <TextField label="Affiliation" defaultValue="NEA" disabled required />
        </Specimen>
        <Specimen name="TextArea">
          <TextArea label="Statement of intent" hint="Two or three sentences that all three leaders stand behind." rows={3} required />
        </Specimen>
        <Specimen name="MarkdownField">
          <MarkdownField label="Your letter" value={letter} onChange={setLetter} rows={4} required />
        </Specimen>
        <Specimen name="Select">
          <Select label="Area" options={areas} required />
        </Specimen>
        <Specimen name="ComboBox with suggestions that come: type 'ha'">
          <ComboBox label="Find a district" load={find} value={district} onChange={setDistrict} required />
        </Specimen>
        <Specimen name="RadioGroup">
          <RadioGroup label="Area" options={areas} defaultValue="suburban" required />
        </Specimen>
        <Specimen name="CheckboxGroup">
          <CheckboxGroup label="What it touches" options={areas} defaultValue={['urban']} />
        </Specimen>
        <Specimen name="Checkbox: open, agreed, refused, closed">
          <Checkbox>Send me the weekly letter</Checkbox>
          <Checkbox defaultChecked>I sign this for my own seat</Checkbox>
          <Checkbox error="Tick this box to sign.">I have read the text above</Checkbox>
          <Checkbox disabled>Only a leader can choose this</Checkbox>
        </Specimen>
        <Specimen name="SearchField">
          <SearchField label="Search practices" placeholder="such as peer assistance" />
        </Specimen>
        <Specimen name="FileField: arrived, on its way, refused">
          <FileField label="Files" hint="PDF or Word, up to 50 MB each." files={files} multiple onChoose={() => undefined} onRemove={() => undefined} />
        </Specimen>
        <Specimen name="Form: send it empty, then send it filled">
          <Form
            label="RSVP"
            errors={errors}
            onSubmit={() => setErrors([{ field: 'title', message: 'The title names a person. Write the office, such as Superintendent.' }, { field: 'area', message: 'Choose the area of your district.' }])}
          >
            <TextField label="Title" name="title" required />
            <Select label="Area" name="area" options={areas} required />
            <FormActions>
              <Button look="primary" type="submit">
                Send the RSVP
              </Button>
              <Button look="quiet">Keep it for later</Button>
            </FormActions>
          </Form>
        </Specimen>
      </Shelf>
    </>
  );
}
