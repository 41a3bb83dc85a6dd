const drawings = {
  menu: 'M3 6h14M3 10h14M3 14h14',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M5 8l5 5 5-5',
  right: 'M8 5l5 5-5 5',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.5L17.5 17.5',
  check: 'M4 10.5l4 4 8-9',
  attention: 'M10 2.2a7.8 7.8 0 1 1 0 15.6a7.8 7.8 0 0 1 0-15.6zM10 6v4.8M10 13.6v.3',
  out: 'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
  file: 'M5 2.5h6l4 4v11H5zM11 2.5v4h4',
  up: 'M5 12l5-5 5 5',
} as const;

export type IconName = keyof typeof drawings;

/** A small line drawing that goes with a word and never stands for one. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ui-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
