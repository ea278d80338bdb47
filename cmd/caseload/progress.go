package main

const clearLine = "\r\x1b[K"
