import { answerGallery } from "@/server/api/gallery";

export const dynamic = "force-dynamic";

export { answerGallery as GET };
