import { describe, expect, test } from "vitest";
import { type LineStop, shapeLine } from "@/app/_components/line/line-shape";

const stop = (id: string, due: string | null, status: LineStop["status"] = "todo"): LineStop => ({
  id,
  title: id,
  due,
  status,
});

const looks = (stops: LineStop[], today: string) => shapeLine(stops, today).stops.map(({ look }) => look);

describe("a plan's line", () => {
  test("is solid from the first stop to today", () => {
    const shape = shapeLine(
      [stop("a", "2026-11-01", "done"), stop("b", "2026-11-11"), stop("c", "2026-11-21")],
      "2026-11-06",
    );
    expect(shape.stops.map(({ solid }) => solid)).toEqual([0.5, 0, 0]);
    expect(shape.stops.map(({ today }) => today)).toEqual([0.5, null, null]);
    expect(shape.current?.id).toBe("b");
  });

  test("stays light where something before today is still open", () => {
    const stops = [stop("a", "2026-11-01", "done"), stop("b", "2026-11-11"), stop("c", "2026-11-21")];
    const shape = shapeLine(stops, "2026-11-16");
    expect(looks(stops, "2026-11-16")).toEqual(["done", "late", "ahead"]);
    expect(shape.stops.map(({ solid }) => solid)).toEqual([0, 0, 0]);
    expect(shape.stops.map(({ today }) => today)).toEqual([null, 0.5, null]);
  });

  test("is solid up to what was finished ahead of its day", () => {
    const stops = [stop("a", "2026-11-01", "done"), stop("b", "2026-11-20", "done"), stop("c", "2026-11-30")];
    expect(shapeLine(stops, "2026-11-10").stops.map(({ solid }) => solid)).toEqual([1, 0, 0]);
  });

  test("has today before everything on a plan that has not begun", () => {
    const shape = shapeLine([stop("a", "2026-11-10"), stop("b", "2026-11-20")], "2026-11-01");
    expect(shape.todayIsBeforeAll).toBe(true);
    expect(shape.stops.every(({ today }) => today === null)).toBe(true);
  });

  test("leaves out what was dropped and bears stops without a date", () => {
    const stops = [stop("a", "2026-11-01", "done"), stop("b", "2026-11-05", "dropped"), stop("c", null)];
    expect(looks(stops, "2026-11-06")).toEqual(["done", "current"]);
    expect(shapeLine([], "2026-11-06").stops).toEqual([]);
  });

  test("keeps today off the stops on either side", () => {
    const stops = [stop("a", "2026-11-01", "done"), stop("b", "2026-12-31")];
    expect(shapeLine(stops, "2026-11-02").stops[0]?.today).toBeGreaterThan(0.1);
    expect(shapeLine(stops, "2026-12-30").stops[0]?.today).toBeLessThan(0.9);
  });
});
