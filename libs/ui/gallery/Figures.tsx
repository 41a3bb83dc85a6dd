import { Day } from '../Day.js';
import { Facts } from '../Facts.js';
import { MapKey, type MapMark, UsMap } from '../map/UsMap.js';
import { ProgressBar } from '../ProgressBar.js';
import { type Column, Table } from '../Table.js';
import { Tag } from '../Tag.js';
import { Timeline } from '../Timeline.js';
import { Shelf } from './Shelf.js';
import { Specimen } from './Specimen.js';

interface Row {
  name: string;
  state: string;
  students: number;
  signed: number;
  late: boolean;
}

const rows: Row[] = [
  { name: 'Elk Prairie 12', state: 'Colorado', students: 4120, signed: 3, late: false },
  { name: 'Tres Lagos Unified', state: 'Texas', students: 61800, signed: 2, late: true },
  { name: 'Harbor and Hill', state: 'Maine', students: 980, signed: 1, late: false },
];
const marks: MapMark[] = [
  { id: 'circle', state: 'OH', latitude: 40.1, longitude: -82.9, shape: 'circle', filled: true },
  { id: 'hollow', state: 'CO', latitude: 39.7, longitude: -105, shape: 'diamond', filled: false },
  { id: 'lit', state: 'TX', latitude: 31, longitude: -98, shape: 'diamond', filled: true },
  ...[['AK', 61.2, -149.9], ['HI', 21.3, -157.9], ['AS', -14.3, -170.7], ['GU', 13.5, 144.8], ['MP', 15.2, 145.7], ['PR', 18.4, -66.1], ['VI', 18.3, -64.9]].map(
    ([state, latitude, longitude]): MapMark => ({ id: String(state), state: String(state), latitude: Number(latitude), longitude: Number(longitude), shape: 'circle', filled: true, ring: true }),
  ),
];
const columns: Column<Row>[] = [
  { key: 'name', label: 'District', cell: (row) => row.name, sortBy: (row) => row.name },
  { key: 'state', label: 'State', cell: (row) => row.state, sortBy: (row) => row.state },
  { key: 'students', label: 'Students', cell: (row) => row.students.toLocaleString('en-US'), sortBy: (row) => row.students, numeric: true },
  { key: 'signed', label: 'Signed', cell: (row) => `${row.signed} of 3`, sortBy: (row) => row.signed, numeric: true },
  { key: 'state-of', label: 'Standing', cell: (row) => (row.late ? <Tag look="attention">Due Friday</Tag> : 'On time') },
];

/** Numbers with sources, tables, ladders and bars. */
export function Figures() {
  return (
    <Shelf title="Figures">
      <Specimen name="Facts, one of them unknown" wide>
        <Facts
          facts={[
            { label: 'Students', value: 49_000, source: 'NCES', year: 2011 },
            { label: 'Schools', value: 94, source: 'NCES', year: 2011 },
            { label: 'Area', value: 'Rural', source: 'NCES locale code', year: 2011 },
            { label: 'Teachers', value: null },
          ]}
        />
      </Specimen>
      <Specimen name="Map with every mark, one of them lit" wide>
        <UsMap
          marks={marks}
          shades={new Map([['CA', 1], ['NY', 2], ['IL', 3], ['TX', 4]])}
          highlighted="lit"
          caption="Ten teams, seven of them from outside the lower 48"
          legend={
            <MapKey shape="circle" filled ring>
              Came to the conference
            </MapKey>
          }
        />
      </Specimen>
      <Specimen name="Table that sorts" wide>
        <Table caption="Two of three districts are on time; Tres Lagos waits for one signature" columns={columns} rows={rows} rowKey={(row) => row.name} defaultSort={{ key: 'signed', direction: 'descending' }} />
      </Specimen>
      <Specimen name="Table with nothing in it" wide>
        <Table caption="Refusals" columns={columns.slice(0, 3)} rows={[]} rowKey={(row) => row.name} empty="Nobody has refused." />
      </Specimen>
      <Specimen name="Timeline">
        <Timeline
          label="Follow-up"
          steps={[
            { id: '1', title: 'A letter of thanks to every team', when: <Day on="2011-02-17" />, state: 'done' },
            { id: '2', title: 'Plans due for their first check', when: <Day on="2011-03-01" />, state: 'late', children: 'Four teams have not answered yet.' },
            { id: '3', title: 'Needs survey', when: <Day on="2011-03-15" weekday />, state: 'now' },
            { id: '4', title: 'Case studies are published', when: <Day on="2011-05-02" />, state: 'next' },
          ]}
        />
      </Specimen>
      <Specimen name="ProgressBar: known and unknown">
        <div className="grid gap-3">
          <ProgressBar label="Handbook.pdf" value={38} />
          <ProgressBar label="Reading the spreadsheet" />
        </div>
      </Specimen>
    </Shelf>
  );
}
