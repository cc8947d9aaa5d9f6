-- What an operation may say of its own release; what adopted versions are told from is read by the plan alone.
GRANT USAGE ON SCHEMA release TO zongheng_gateway;
--> statement-breakpoint
GRANT SELECT ON release.published TO zongheng_gateway;
--> statement-breakpoint
REVOKE SELECT ON matching.adopted_version FROM zongheng_gateway;
