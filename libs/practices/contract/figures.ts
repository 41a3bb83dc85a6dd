/** A unit by the name that all use: "Percent" and "per cent" are "%". */
export function unitInUse(unit: string): string {
  return /^(per\s?cent|pct\.?)$/i.test(unit.trim()) ? '%' : unit.trim();
}

/** Whether two kinds of figures are one: capitals, space around them and the name of the unit do not matter. */
export function figureKey({ label, unit }: { label: string; unit: string }): string {
  return `${label.trim().toLowerCase()}|${unitInUse(unit).toLowerCase()}`;
}
