import { Breadcrumbs, Button, EmptyState, ErrorState, FileField, LinkButton, Loading, Notice, PageHeader, Pagination, ProgressBar, RadioGroup, Section, Table } from '@app/ui';
import { uploadFile, UploadError, useGraph, useTitle } from '@app/platform/web';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { IMPORT_BYTES_MAX } from '../contract/limits.js';
import { bringInventory, type ImportReport } from './bring.js';
import { recordWords as words } from './record-words.js';
import { MyVoicesDocument } from './resources.generated.js';
import { words as library } from './words.js';

type Step =
  | { at: 'choose'; failed?: string }
  | { at: 'looking'; sent: number }
  | { at: 'seen'; report: ImportReport; failed?: string }
  | { at: 'bringing'; done: number; of: number }
  | { at: 'brought'; number: number };

/** Where an organization brings its whole inventory out of a file: look first, then all of it or nothing. */
export default function ImportPage() {
  useTitle(words.importTitle);
  const voices = useGraph(MyVoicesDocument, {});
  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: library.title, to: '/library' }]} />} title={words.importTitle} lead={words.importLead} />
      {voices.isPending && <Loading lines={5} />}
      {voices.error && <ErrorState onRetry={() => void voices.refetch()}>{voices.error.message}</ErrorState>}
      {voices.data && voices.data.myVoices.length === 0 && (
        <EmptyState title={library.onlySeats} action={<LinkButton to="/library">{library.toLibrary}</LinkButton>}>
          <p>{library.onlySeatsText}</p>
        </EmptyState>
      )}
      {voices.data && voices.data.myVoices.length > 0 && <Inventory voices={voices.data.myVoices} />}
    </>
  );
}

function Inventory({ voices }: { voices: readonly { id: string; name: string }[] }) {
  const [organizationId, setOrganizationId] = useState(voices[0]?.id ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const client = useQueryClient();

  async function look(chosen: File): Promise<void> {
    setFile(chosen);
    setStep({ at: 'looking', sent: 0 });
    try {
      const answer = await uploadFile(`/files/inventory/${organizationId}/preview`, chosen.slice(), (sent) => setStep({ at: 'looking', sent }));
      setStep({ at: 'seen', report: JSON.parse(answer) as ImportReport });
    } catch (error) {
      setStep({ at: 'choose', failed: error instanceof UploadError ? error.message : String(error) });
    }
  }

  async function bring(report: ImportReport): Promise<void> {
    if (!file) return;
    setStep({ at: 'bringing', done: 0, of: report.fresh + report.changed });
    const end = await bringInventory(organizationId, file, (done, of) => setStep({ at: 'bringing', done, of }));
    void client.invalidateQueries({ queryKey: ['graph'] });
    if ('failed' in end) setStep({ at: 'seen', report, failed: end.failed });
    else setStep(end.report.problemCount > 0 ? { at: 'seen', report: end.report } : { at: 'brought', number: end.report.fresh + end.report.changed });
  }

  const again = (): void => {
    setFile(null);
    setStep({ at: 'choose' });
  };
  if (step.at === 'brought') {
    return (
      <Notice
        kind="success"
        live
        title={words.brought(step.number)}
        action={
          <span className="flex flex-wrap gap-1">
            <LinkButton to={`/library?from=${organizationId}`}>{words.toShelf}</LinkButton>
            <Button look="quiet" onPress={again}>
              {words.another}
            </Button>
          </span>
        }
      />
    );
  }
  if (step.at === 'bringing') return <ProgressBar label={words.bringing} value={step.done} max={Math.max(1, step.of)} />;
  return (
    <div className="flex max-w-[46rem] flex-col gap-3">
      <div>
        <p>
          <a className="ui-button" data-look="secondary" href="/files/inventory/template.csv" download="accord-library.csv">
            {words.template}
          </a>
        </p>
        <p className="mt-1 text-note text-quiet">{words.templateText}</p>
      </div>
      {voices.length > 1 && <RadioGroup label={words.importFor} required value={organizationId} onChange={(id) => (setOrganizationId(id), again())} options={voices.map(({ id, name }) => ({ value: id, label: name }))} />}
      <FileField
        label={words.importFile}
        hint={words.importFileHint}
        accept={['.csv']}
        maxBytes={IMPORT_BYTES_MAX}
        files={file ? [{ id: 'one', name: file.name, ...(step.at === 'looking' ? { progress: step.sent } : {}) }] : []}
        onChoose={([chosen]) => chosen && void look(chosen)}
        onRemove={again}
      />
      {'failed' in step && step.failed && <Notice kind="danger" live title={step.failed} />}
      {step.at === 'seen' && <Seen report={step.report} onBring={() => void bring(step.report)} />}
    </div>
  );
}

function Seen({ report, onBring }: { report: ImportReport; onBring: () => void }) {
  const work = report.fresh + report.changed;
  return (
    <Section title={words.would}>
      <p role="status" className="mb-1">
        {words.sees(report.fresh, report.changed, report.same)}
      </p>
      {report.ignored.length > 0 && <p className="mb-1 text-note text-quiet">{words.ignored(report.ignored.join(', '))}</p>}
      {report.problemCount > 0 && (
        <>
          <div className="mb-2">
            <Notice kind="danger" title={words.mistakes(report.problemCount)}>
              {report.problemCount > report.problems.length && <p>{words.mistakesMore(report.problems.length)}</p>}
            </Notice>
          </div>
          <Table
            caption={words.mistake}
            rows={report.problems.map((problem, at) => ({ ...problem, at }))}
            rowKey={(row) => row.at}
            columns={[
              { key: 'row', label: words.row, numeric: true, rowHeader: true, cell: (row) => row.row },
              { key: 'column', label: words.column, cell: (row) => row.column },
              { key: 'message', label: words.mistake, cell: (row) => row.message },
            ]}
          />
        </>
      )}
      {report.problemCount === 0 && work === 0 && <Notice title={words.nothingToBring} />}
      {report.problemCount === 0 && report.opened > 0 && (
        <div className="mb-2">
          <Notice title={words.opened(report.opened)}>
            <p>{words.openedText}</p>
          </Notice>
        </div>
      )}
      {report.problemCount === 0 && work > 0 && (
        <Button look="primary" onPress={onBring}>
          {words.importNow(work)}
        </Button>
      )}
      {report.things.length > 0 && <Things things={report.things} />}
    </Section>
  );
}

const AT_ONCE = 50;

/** Every row that does something, some at a time: what changes is named before anybody agrees to it. */
function Things({ things }: { things: ImportReport['things'] }) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <div className="mt-2">
      <Table
        caption={words.things}
        rows={things.slice(0, shown)}
        rowKey={(row) => row.row}
        dense={false}
        columns={[
          { key: 'row', label: words.row, numeric: true, cell: (row) => row.row },
          { key: 'title', label: words.titleHead, rowHeader: true, cell: (row) => row.title },
          { key: 'what', label: words.whatHead, cell: (row) => words.what[row.what] ?? row.what },
          { key: 'changes', label: words.changesHead, cell: (row) => detailsOf(row).map((detail) => <p key={detail}>{detail}</p>) },
        ]}
      />
      <Pagination shown={Math.min(shown, things.length)} total={things.length} hasMore={shown < things.length} onMore={() => setShown(shown + AT_ONCE)} />
    </div>
  );
}

function detailsOf({ changes, replaces, keeps, opens }: ImportReport['things'][number]): string[] {
  const plain = changes.filter((column) => !replaces.includes(column));
  return [plain.length > 0 && words.changes(plain), replaces.length > 0 && words.replaces(replaces), keeps.length > 0 && words.keeps(keeps), opens && words.opens].filter((detail) => detail !== false);
}
