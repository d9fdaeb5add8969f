## queue
