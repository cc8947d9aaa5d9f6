-- Sends the requests of a file (method, path, body and condition of each in a line) over and over, and writes what came of them as JSON.
local requests = {}
local place = 0

function init(args)
  for line in io.lines(args[1]) do
    local method, path, body, condition = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
    if method == "POST" then
      requests[#requests + 1] = wrk.format(method, path, { ["content-type"] = "application/json" }, body)
    else
      local headers = condition ~= "" and { ["if-none-match"] = condition } or nil
      requests[#requests + 1] = wrk.format(method, path, headers)
    end
  end
end

function request()
  place = place % #requests + 1
  return requests[place]
end

function done(summary, latency)
  local failed = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"seconds":%.6f,"failed":%d,"median":%.3f,"p99":%.3f}\n',
    summary.requests, summary.duration / 1e6,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
