import { answerFeed } from "@/server/api/calendar/feed";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return answerFeed(request, (await params).token);
}
