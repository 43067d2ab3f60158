import { z } from "zod";

const Gallery = z.object({
  templates: z.array(z.string()),
  mail: z
    .object({
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      headers: z.record(z.string(), z.string()),
    })
    .nullable(),
});
export type GalleryMail = NonNullable<z.infer<typeof Gallery>["mail"]>;

type Asked = { template: string | null; locale: string };

export async function readGallery({ template, locale }: Asked, signal: AbortSignal) {
  const asked = new URLSearchParams({ locale, ...(template && { template }) });
  const answer = await fetch(`/api/mailbox/gallery?${asked}`, { signal });
  if (!answer.ok) throw new Error(`the gallery answers ${answer.status}`);
  return Gallery.parse(await answer.json());
}
