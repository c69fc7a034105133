import type { Column, Line, Table } from '#domain/report/table.ts';
import { dayToVietnamese } from '#domain/rules/day.ts';
import { Notice } from '../ui/states.tsx';
import { WideTable } from '../ui/WideTable.tsx';

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const shares = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const isWords = ({ kind }: Column) => kind === 'text' || kind === 'day';
const isChange = ({ key }: Column) => /change$/i.test(key);

function words(line: Line, column: Column, at: number): string {
  const value = line.values[at] ?? null;
  if (value === null) return '–';
  if (typeof value === 'string') return column.kind === 'day' ? dayToVietnamese(value) : value;
  const said = (line.kind ?? column.kind) === 'share' ? shares.format(value) : numbers.format(value);
  return isChange(column) && value > 0 ? `+${said}` : said;
}

function TableLine({ line, columns }: { line: Line; columns: readonly Column[] }) {
  return (
    <tr data-line={line.key} data-role={line.role}>
      <th scope="row">{line.label}</th>
      {columns.map((column, at) => (
        <td className={isWords(column) ? '' : 'number-cell'} key={column.key}>
          {words(line, column, at)}
        </td>
      ))}
    </tr>
  );
}

/** One table of a report: its sums that do not come out above it, how it is counted below. */
export function ReportTable({ table }: { table: Table }) {
  const { key, title, of, columns, lines, notes, problems } = table;
  return (
    <div className="report-table card p-5" data-table={key}>
      <h3 className="pb-2 text-lg" id={`bang-${key}`}>
        {title}
      </h3>
      {problems.map((problem) => (
        <Notice icon="warning" key={problem} tone="bad">
          {problem}
        </Notice>
      ))}
      {lines.length === 0 ? (
        <p className="text-ink-2">Không có gì trong kỳ.</p>
      ) : (
        <WideTable frame="report-frame" titledBy={`bang-${key}`}>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              {columns.map((column) => (
                <th className={isWords(column) ? '' : 'number-cell'} key={column.key} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <TableLine columns={columns} key={line.key} line={line} />
            ))}
          </tbody>
        </WideTable>
      )}
      <div className="pt-2 text-ink-2 text-sm">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </div>
  );
}
