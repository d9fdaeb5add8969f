## answer
