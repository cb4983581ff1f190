// The peer: a bare Socket.IO relay. No database, no rights, no page templates; it acknowledges
// every vote and tells the room at most every 100 ms, with messages as large as ours.
import { createServer } from "node:http";
import { Server } from "socket.io";

const [port, pageBytes, arrivalBytes, newsBytes] = process.argv.slice(2).map(Number);
const page = "x".repeat(pageBytes);
const filled = (message, bytes) => ({
  ...message,
  filling: "x".repeat(Math.max(0, bytes - JSON.stringify(message).length - 14)),
});

const web = createServer((_request, response) => {
  response.setHeader("Content-Type", "text/html");
  response.end(page);
});
const io = new Server(web, { transports: ["websocket"], perMessageDeflate: false });
let version = 0;
let voted = 0;
let ticking = false;

const tell = () => {
  ticking = false;
  room.to("phones").emit("news", filled({ version, voted }, newsBytes));
};

const room = io.of("/workshop").on("connection", (phone) => {
  phone.on("enter", (_message, answer) => {
    phone.join("phones");
    answer(filled({ ok: true, version }, arrivalBytes));
  });
  phone.on("vote", (_message, answer) => {
    version += 1;
    voted += 1;
    answer({ ok: true, version, left: 2 });
    if (!ticking) {
      ticking = true;
      setTimeout(tell, 100);
    }
  });
});

web.listen(port, "127.0.0.1", 4096, () => console.log(`listening ${web.address().port}`));
