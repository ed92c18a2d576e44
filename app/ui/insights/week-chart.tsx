import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

export interface ChartPoint {
  readonly label: string;
  readonly value: number | null;
}

interface WeekChartProps {
  readonly points: readonly ChartPoint[];
  readonly shape: "line" | "bar";
  readonly height: number;
  /** The ends of the scale, where the figure has ends of its own. */
  readonly domain?: readonly [number, number];
  readonly format: (value: number) => string;
  /** For the scale, where there is little room. */
  readonly formatAxis: (value: number) => string;
  readonly name: string;
}

const COLOR = "var(--p-color-bg-fill-info-active, #005bd3)";
const GRID = "var(--p-color-border-secondary, #ebebeb)";
const TEXT = { fill: "var(--p-color-text-secondary, #616161)", fontSize: 12 };

/** A picture of weeks for those who see it; the same figures stand beside it as text and as a table, so it is hidden from screen readers. */
export function WeekChart({ points, shape, height, domain, format, formatAxis, name }: WeekChartProps) {
  const data = [...points];
  const margin = { top: 8, right: 8, bottom: 0, left: 0 };
  const parts = [
    <CartesianGrid key="grid" vertical={false} stroke={GRID} />,
    <XAxis key="x" dataKey="label" tick={TEXT} tickLine={false} axisLine={{ stroke: GRID }} minTickGap={24} />,
    <YAxis
      key="y"
      width={64}
      tick={TEXT}
      tickLine={false}
      axisLine={false}
      tickFormatter={formatAxis}
      allowDecimals={shape === "line"}
      domain={domain ? [...domain] : [0, "auto"]}
    />,
    <Tooltip key="tip" formatter={(value) => [format(Number(value)), name]} isAnimationActive={false} />,
  ];
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 320, height }}>
      {shape === "line" ? (
        <LineChart data={data} margin={margin} accessibilityLayer={false}>
          {parts}
          <Line dataKey="value" stroke={COLOR} strokeWidth={2} dot={{ r: 3 }} connectNulls isAnimationActive={false} />
        </LineChart>
      ) : (
        <BarChart data={data} margin={margin} accessibilityLayer={false}>
          {parts}
          <Bar dataKey="value" fill={COLOR} radius={[3, 3, 0, 0]} maxBarSize={36} isAnimationActive={false} />
        </BarChart>
      )}
    </ResponsiveContainer>
  );
}
