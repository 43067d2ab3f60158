import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ActorMark } from "@/app/_components/actor-mark";

describe("who did it", () => {
  test("a person is marked by their initials", () => {
    expect(renderToStaticMarkup(<ActorMark name="Priya Raman" />)).toContain("PR");
  });

  test("the product is marked by its line, as nobody among the people", () => {
    const mark = renderToStaticMarkup(<ActorMark name="Throughline" />);
    expect(mark).toContain("<svg");
    expect(mark).not.toContain(">T<");
  });
});
