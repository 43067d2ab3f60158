-- What people made is marked as removed, never deleted: deleting a plan would take its events along, past their insert-only grant.
revoke delete on
  workspace, member, invitation, plan, plan_stream, participant, milestone, step, problem, problem_agreement, cost_line, criterion, option
from throughline_app, throughline_service;
